-- accepted
-- uses: y.buurt.naam show, y.buurt.woz filter, y.buurt.woz link, y.klasse.klasse show, y.klasse.vanaf filter, y.klasse.vanaf link
-- an agreed pair may be held against each other in another way too, if the order may matter
SELECT b.naam, k.klasse FROM y.buurt b JOIN y.klasse k ON b.woz >= k.vanaf
