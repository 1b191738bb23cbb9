"""Help for editors while they type: schemas, new files laid out, every field and every problem explained."""
