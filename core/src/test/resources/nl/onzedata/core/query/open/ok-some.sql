-- accepted
-- uses: y.buurt.naam show, y.buurt.woz filter, y.buurt.woz link, y.klasse.vanaf filter, y.klasse.vanaf link
SELECT b.naam FROM y.buurt b WHERE b.woz >= ALL (SELECT k.vanaf FROM y.klasse k)
