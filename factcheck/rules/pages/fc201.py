"""A quote does not stand in its source to the letter, or not between the prefix and suffix that it
names, or it cuts a word or a figure.

The finding says by how much it differs: only in what is folded for searching (quotation marks,
dashes, spaces, case: `normalized`), in words (`fuzzy`, with the words), or that nothing in the
source is like it.

## Why

What stands between quotation marks was said. A quote that was not is not used in answers.

## Wrong

```toml
quote = 'Over three hundred people worked in the port today.'
```

## Right

```toml
quote = 'Over three hundred people work in the port today.'
```

## Mend

`factcheck fix` writes the source's own characters where only those differ; `factcheck fix
--unsafe-fixes` its words, which wants a look. Whole words and whole figures, with their sign and
unit.
"""
