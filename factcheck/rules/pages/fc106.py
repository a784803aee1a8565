"""Two claims have the same id.

## Why

Ids are what citations, reports and other files point at: one id is one claim.

## Wrong

```toml
[[claim]]
id = "port-staff"
statement = "Over three hundred people work in the port."

[[claim]]
id = "port-staff"
statement = "About forty of the port's people are divers."
```

## Right

```toml
[[claim]]
id = "port-staff"
statement = "Over three hundred people work in the port."

[[claim]]
id = "port-divers"
statement = "About forty of the port's people are divers."
```

## Mend

Give the later claim an id of its own. The earlier one keeps its id, since others may point at it.
"""
