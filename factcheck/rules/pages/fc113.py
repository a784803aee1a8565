"""No claim quotes a source.

## Why

A text that nothing rests on may be there by mistake, or its claims are still to be written.

## Wrong

```toml
[[source]]
id = "port-2023"    # and no claim with source = "port-2023"
```

## Right

```toml
[[claim.evidence]]
source = "port-2023"
quote = 'Nineteen cruise ships called.'
```

## Mend

Write claims for it (`factcheck coverage` shows its sentences), or take it out.
"""
