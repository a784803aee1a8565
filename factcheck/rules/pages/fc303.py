"""A figure, a date or a name of a wording is in none of the claim's quotes.

Names may also be those of the source's people, their offices and its publisher, stand in the same
turn or in the one before, or be an alias; dates may rest on the date of issue. Of a claim that is
only refuted, the wrong figure is what it is about, and the rule leaves it alone.

## Why

The quote is what a reader gets to see. What is not in it, he has to take on trust.

## Wrong

```toml
statement = "Over three hundred people work in the port, and 75 ships call there."

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

Leave it out, take the sentence that has it into the quote, or add an alias.
"""
