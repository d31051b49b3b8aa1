"""Texts of a community for the places where people talk: chats, forums, e-mail, plain text."""
