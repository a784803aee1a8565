"""A quote stands in its source more than once.

## Why

Two places may have two speakers and two meanings; a citation needs the one that is meant.

## Wrong

```toml
quote = 'agreement with the'
```

## Right

```toml
quote = 'agreement with the'
prefix = "signed an "
```

## Mend

Quote more, or add `prefix` or `suffix`: the words right before or after it.
"""
