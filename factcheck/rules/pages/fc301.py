"""The same words are to support a claim and to refute it.

## Why

Words that do both say nothing of the claim, or one of the stances is a slip.

## Wrong

```toml
[[claim.evidence]]
source = "port"
quote = 'In May 2024 the port signed an agreement with the railway.'

[[claim.evidence]]
source = "port"
quote = 'the port signed an agreement with the railway'
stance = "refutes"
```

## Right

```toml
[[claim.evidence]]
source = "port"
quote = 'In May 2024 the port signed an agreement with the railway.'

[[claim.evidence]]
source = "port"
quote = 'Our colleagues at the railway deny having signed any agreement with the port.'
stance = "refutes"
```

## Mend

Decide on one stance, or quote the words that each side rests on.
"""
