"""No source has a quotation that an article gives to somebody who speaks in the sources.

## Why

It may come from elsewhere; nobody has checked it.

## Wrong

```text
“The quay will never close,” said Ines Varga.    (and no source has it)
```

## Right

```text
“We did not close the northern quay,” said Ines Varga.
```

## Mend

Add the source that has it, or leave the quotation out.
"""
