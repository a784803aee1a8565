"""A path leads out of the workspace, by `..` or by a link.

## Why

A workspace that was handed over must not read other files of the one who opens it.

## Wrong

```toml
[[source]]
path = "../../private/notes.txt"
```

## Right

```toml
[[source]]
path = "src_text/notes.txt"
```

## Mend

Copy the text into `src_text/`.
"""
