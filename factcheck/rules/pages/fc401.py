"""A statement that was checked is refuted: the source says otherwise, or a curator has marked it as
refuted.

## Why

It must not be printed like this.

## Wrong

```text
Diplomatic relations were established on February 6, 1993.
```

## Right

```text
Diplomatic relations were established on February 6, 1992.
```

## Mend

Write what the source says, or cite a source that says so. `factcheck lookup --explain` tells why.
"""
