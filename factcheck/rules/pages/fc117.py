"""A comment ignores something and does not say why.

## Why

Whoever comes later cannot tell a considered exception from a shortcut.

## Wrong

```toml
# factcheck: ignore[FC303]
```

## Right

```toml
# factcheck: ignore[FC303] the ship's name is in the photograph's caption
```

## Mend

Write the reason behind the code.
"""
