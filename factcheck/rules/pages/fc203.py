"""The text of a source is not the one that its hash was taken of.

The finding says what became of its quotes: unchanged, moved, edited, deleted, ambiguous.

## Why

Claims were checked against a text. When the text changes, somebody has to look at them again.

## Wrong

```text
sha256 = "b0134e…"    # of the text as it was
```

## Right

```text
sha256 = "4be11c…"    # of the text as it is, its quotes looked at
```

## Mend

`factcheck fix --diff` shows what would become of the quotes, `factcheck fix` mends what is safe and
then sets the hash.
"""
