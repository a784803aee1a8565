"""A wording stands twice: in one claim, or in two. Case, quotation marks, dashes and spaces make no
difference.

## Why

In one claim the second adds nothing. In two, one statement has two owners, whose evidence may
differ.

## Wrong

```toml
statement = "Over three hundred people work in the port."
also = ["over three hundred people work in the port"]
```

## Right

```toml
statement = "Over three hundred people work in the port."
also = ["The port employs more than 300 people."]
```

## Mend

Leave one out; of two claims make one, or say what differs.
"""
