"""A key that the schema does not know.

## Why

A misspelt key is not an optional key left out. `stanze = "refutes"` would leave the quote
supporting what it refutes.

## Wrong

```toml
[[claim.evidence]]
source = "port"
quote = 'Our colleagues deny having signed any agreement.'
stanze = "refutes"
```

## Right

```toml
[[claim.evidence]]
source = "port"
quote = 'Our colleagues deny having signed any agreement.'
stance = "refutes"
```

## Mend

Write the key that the finding names, or take it out.
"""
