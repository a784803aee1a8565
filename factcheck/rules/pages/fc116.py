"""A comment tells `validate` to ignore something that is not there.

## Why

What was ignored has been mended, or the comment stands at the wrong place. Left there, it would
hide the next fault.

## Wrong

```toml
# factcheck: ignore[FC303] the name is in the headline
[[claim]]
id = "port-staff"    # and nothing is found in this claim
```

## Right

```toml
[[claim]]
id = "port-staff"
```

## Mend

Take the comment out. At the end of a line it bears on that line, on a line of its own on the next
one; above `[[claim]]` on the whole claim.
"""
