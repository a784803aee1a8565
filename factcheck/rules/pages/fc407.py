"""A comment of an article ignores nothing, or is none that the checker knows.

## Why

Left there, it would hide the next fault.

## Wrong

```markdown
<!-- factcheck: ingore: see below -->
```

## Right

```markdown
<!-- factcheck: ignore: see below -->
```

## Mend

Take it out, or write `ignore`, `off` or `on`.
"""
