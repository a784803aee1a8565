"""Two claims that are both supported cannot both be true.

## Why

Sources contradict one another, and themselves. A claim that keeps silent about the other side is
half of the story; and often enough one of the two figures is a slip.

## Wrong

```toml
[[claim]]
id = "staff-varga"
statement = "Over three hundred people work in the port."

[[claim]]
id = "staff-report"
statement = "Fewer than two hundred people work in the port."
```

## Right

```toml
[[claim]]
id = "staff"
statement = "Over three hundred people work in the port."
# with the one quote as support, and the other with stance = "refutes"
```

## Mend

Give each the other's quote as refuting evidence, or say in each who says so and when.
"""
