"""What an exception of `claims/exceptions.toml` quotes does not stand in its source to the letter.

## Why

An exception that stands nowhere excepts nothing: coverage would count its sentence as uncited.

## Wrong

```toml
[[exception]]
source = "port"
quote = "We trust him."
reason = "a courtesy"
```

## Right

```toml
[[exception]]
source = "port"
quote = "We trust them."
reason = "a courtesy"
```

## Mend

Copy the sentence from the source.
"""
