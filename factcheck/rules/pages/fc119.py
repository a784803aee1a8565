"""A name stands in two alias groups.

## Why

A name means one thing in a workspace: the first group has it, the second goes without it. A capital
may stand both for itself and, in a group of kind `government`, for its government.

## Wrong

```toml
[[alias]]
names = ["Ines Varga", "Varga"]

[[alias]]
names = ["Petra Varga", "Varga"]
```

## Right

```toml
[[alias]]
names = ["Ines Varga", "Varga"]

[[alias]]
names = ["Petra Varga"]
```

## Mend

Leave the name in the group that is meant, or in none.
"""
