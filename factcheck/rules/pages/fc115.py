"""A word mixes Latin letters with letters of another script that look like them.

A word wholly in another script, or with letters that nobody takes for Latin ones (“µm”,
“β-carotene”), is left alone.

## Why

“pеople” with a Cyrillic “е” is another word than “people”: it is not found, and in a quote it is
not verbatim.

## Wrong

```text
statement = "Over three hundred pеople work in the port."    # the е is Cyrillic
```

## Right

```text
statement = "Over three hundred people work in the port."
```

## Mend

Type the word anew in one script.
"""
