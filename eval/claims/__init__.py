"""Whether two claims of news state one fact: pairs written for this project."""
