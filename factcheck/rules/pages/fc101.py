"""A file of the workspace cannot be read: it is missing, may not be read, or its bytes are not UTF-8.

## Why

What cannot be read is not checked, and nothing may look checked that was not.

## Wrong

```text
claims/energy.toml in Latin-1, where "Türkiye" is the bytes 54 FC 72 6B …
```

## Right

```text
claims/energy.toml in UTF-8.
```

## Mend

Save the file as UTF-8. The finding names the offset of the first byte that is none.
"""
