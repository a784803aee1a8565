"""A wording of a claim clashes with one of the claim's own quotes: another figure, another date, a
denial, swapped roles, a plan for a fact. Or a quote that is to refute the claim says just what it
says.

What a question takes for granted counts as said, and “as of” the month of issue is the source's own
date.

## Why

Each quote has to make the claim true alone. A wording that its quote contradicts would be answered
with that quote as its proof.

## Wrong

```toml
statement = "Over three thousand people work in the port."

[[claim.evidence]]
source = "port"
quote = 'Over three hundred people work in the port today.'
```

## Right

```toml
statement = "Over three hundred people work in the port."

[[claim.evidence]]
source = "port"
quote = 'Over three hundred people work in the port today.'
```

## Mend

Say what the quote says. Where the two agree and the rule does not see it, word it nearer to the
quote, or ignore it there with the reason.
"""
