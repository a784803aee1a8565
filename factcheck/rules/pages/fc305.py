"""Two claims say the same, and the same words are to support the one and to refute the other.

## Why

An answer would depend on which of the two is met first.

## Wrong

```toml
[[claim]]
id = "agreement"
statement = "The port signed an agreement with the railway."
# supported by 'the port signed an agreement with the railway'

[[claim]]
id = "agreement-misreading"
statement = "The port signed the agreement with the railway."
# refuted by the same words
```

## Right

```toml
[[claim]]
id = "agreement"
statement = "The port signed an agreement with the railway."
```

## Mend

Decide on one stance and make one claim of the two.
"""
