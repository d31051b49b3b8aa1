"""The only part that writes founders' files: small changes, compared after reading again, atomic."""
