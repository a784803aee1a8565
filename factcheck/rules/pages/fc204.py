"""Somebody else speaks where a quote stands, or the quote runs from one speaker's words into
another's.

## Why

A quotation given to the wrong person is as false as a wrong quotation.

## Wrong

```toml
quote = 'We did not close the northern quay.'
speaker = "Tomas Reyl"    # it is Ines Varga's answer
```

## Right

```toml
quote = 'We did not close the northern quay.'
speaker = "Ines Varga"
```

## Mend

Name the one who speaks there; quote one speaker at a time. If the source's layout is described
wrongly, mend that.
"""
