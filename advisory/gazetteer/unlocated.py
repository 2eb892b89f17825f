"""Place names that no gazetteer knows, shown by the words before them."""
