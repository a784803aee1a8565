"""Evidence, or an exception, names a source that `src_text/sources.toml` does not describe.

## Why

Without its source a quote cannot be held against anything.

## Wrong

```toml
[[claim.evidence]]
source = "prot"
quote = 'We did not close the northern quay.'
```

## Right

```toml
[[claim.evidence]]
source = "port"
quote = 'We did not close the northern quay.'
```

## Mend

Write the id that the finding names, or describe the source (`factcheck source add` does both).
"""
