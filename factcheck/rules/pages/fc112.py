"""The text of a source cannot be read.

## Why

Without the text none of its quotes can be shown or checked.

## Wrong

```toml
[[source]]
path = "src_text/prot.txt"
```

## Right

```toml
[[source]]
path = "src_text/port.txt"
```

## Mend

Put the text where `path` says, as UTF-8, or mend `path`.
"""
