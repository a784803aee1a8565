"""A quotation of an article has other words than its source, or has its parts in another order.

Ellipses, brackets and another case of the first letter are what an editor may do; the words are
not.

## Why

What stands between quotation marks was said like this.

## Wrong

```text
“We closed the northern quay,” said Ines Varga.
```

## Right

```text
“We did not close the northern quay,” said Ines Varga.
```

## Mend

`factcheck check --diff article.md` shows the source's words, `--fix` writes them. Or leave the
quotation marks out.
"""
