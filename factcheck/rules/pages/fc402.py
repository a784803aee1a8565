"""A statement that was checked has curated evidence for it and against it.

## Why

Whoever prints one side has to know of the other.

## Wrong

```text
SOCAR and Gazprom signed an agreement.
```

## Right

```text
The interviewer says that SOCAR and Gazprom signed an agreement; the ambassador, that this is denied.
```

## Mend

Say who says so, and that it is disputed.
"""
