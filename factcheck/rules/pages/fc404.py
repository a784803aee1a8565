"""From a line of a checked file no statement could be read: it is not UTF-8, not JSON, too long, or
lacks its column.

## Why

What was not read was not checked.

## Wrong

```text
{"statement": "The port reopened in March 2024."
```

## Right

```text
{"statement": "The port reopened in March 2024."}
```

## Mend

Mend the line. The other lines are checked all the same.
"""
