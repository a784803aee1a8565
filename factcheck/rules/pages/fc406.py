"""A comment of an article ignores something and does not say why.

## Why

Whoever comes later cannot tell a considered exception from a shortcut.

## Wrong

```markdown
<!-- factcheck: ignore FC405 -->
```

## Right

```markdown
<!-- factcheck: ignore FC405: quoted from the translation -->
```

## Mend

Write the reason.
"""
