"""No claim and no source has any of the names of an alias group.

## Why

A group that nothing uses is misspelt, or its claims are gone.

## Wrong

```toml
[[alias]]
names = ["Porta Lume", "Lume Harbour"]
```

## Right

```toml
[[alias]]
names = ["Porto Lume", "Lume Harbour"]
```

## Mend

Write one name as the sources do, or take the group out.
"""
