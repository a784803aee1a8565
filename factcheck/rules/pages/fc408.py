"""A quotation of an article is given to somebody who did not say it.

## Why

Words in the wrong mouth are false, however exact they are.

## Wrong

```text
“We did not close the northern quay,” said Tomas Reyl.
```

## Right

```text
“We did not close the northern quay,” said Ines Varga.
```

## Mend

Name the one who said it.
"""
