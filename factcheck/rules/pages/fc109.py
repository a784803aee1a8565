"""Two claims state the same, but for their case, an article or the order of their words.

Claims that say the same in other words are not found by this rule; the same wording to the letter
is [FC110](FC110.md).

## Why

Two claims for one fact drift apart: one is mended, the other is not, and a reader gets the worse
one.

## Wrong

```toml
[[claim]]
id = "port-staff"
statement = "Over three hundred people work in the port."

[[claim]]
id = "port-people"
statement = "In the port, over three hundred people work."
```

## Right

```toml
[[claim]]
id = "port-staff"
statement = "Over three hundred people work in the port."
also = ["In the port, over three hundred people work."]
```

## Mend

Make one claim of the two, with the evidence of both; or say what differs.
"""
