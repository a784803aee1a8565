"""An `also` says something else than its statement: the two clash, or it has a figure or a date that
the statement does not have.

## Why

All wordings of a claim are one fact, answered with one verdict.

## Wrong

```toml
statement = "134,000 hectares were cleared of landmines."
also = ["67,000 landmines were neutralized."]
```

## Right

```toml
statement = "134,000 hectares were cleared of landmines."
also = ["Landmines were cleared from 134,000 hectares."]
```

## Mend

Say the same in other words, or make a claim of its own of it.
"""
