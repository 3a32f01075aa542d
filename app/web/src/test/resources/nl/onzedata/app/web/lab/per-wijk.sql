SELECT w.wijk,
       COUNT(*) FILTER (WHERE h.jaarinkomen_eur >= 34229) AS scheef,
       COUNT(*) AS huishoudens,
       100.0 * COUNT(*) FILTER (WHERE h.jaarinkomen_eur >= 34229) / COUNT(*) AS aandeel
FROM leiden.huishouden AS h
JOIN leiden.woning AS w ON h.woning_id = w.woning_id
WHERE w.eigendom = 'corporatie' AND w.huur_onder_liberalisatiegrens
GROUP BY w.wijk
ORDER BY w.wijk
