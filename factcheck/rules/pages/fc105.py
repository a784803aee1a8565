"""A value is not of the kind that its key takes: another type, an empty text, a word that is none of
the choices.

## Why

What the program would have to guess at, it refuses.

## Wrong

```toml
[[claim.evidence]]
source = "port"
quote = 'We did not close the northern quay.'
stance = "refute"
```

## Right

```toml
[[claim.evidence]]
source = "port"
quote = 'We did not close the northern quay.'
stance = "refutes"
```

## Mend

Write a value as the finding says.
"""
