"""Nothing in the workspace makes a checked statement true or rules it out. In an article, where most
sentences are about something else, this is a note.

## Why

A statement without evidence is not wrong; it is not checked either.

## Wrong

```text
The port plans a second crane.    (and no claim says so)
```

## Right

```text
The port of Porto Lume reopened in March 2024.
```

## Mend

Add a claim whose quote shows it (`factcheck add`), or leave the statement out.
"""
