-- refused: JOIN-LIST
SELECT b.naam, k.klasse FROM y.buurt b JOIN y.klasse k ON b.buurt >= k.klasse
