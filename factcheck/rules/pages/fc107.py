"""Two sources have the same id.

## Why

Evidence names its source by id: with two of them nobody knows which text is quoted.

## Wrong

```toml
[[source]]
id = "port"

[[source]]
id = "port"
```

## Right

```toml
[[source]]
id = "port-2023"

[[source]]
id = "port-2024"
```

## Mend

Give the later source an id of its own, and its quotes that id.
"""
