"""One file per screen: what a request asks for, and the page that answers it."""
