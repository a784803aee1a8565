"""A key that has to be there is missing.

## Why

A claim without a statement, a quote without a source, turns without their speakers cannot be used.

## Wrong

```toml
[source.layout]
type = "turns-by-marker"
```

## Right

```toml
[source.layout]
type = "turns-by-marker"
order = ["Tomas Reyl", "Ines Varga"]
```

## Mend

Add the key.
"""
