SELECT w.wijk,
       COUNT(*) FILTER (WHERE h.verhuisd_5jaar) AS verhuisd,
       COUNT(*) AS huishoudens,
       100.0 * COUNT(*) FILTER (WHERE h.verhuisd_5jaar) / COUNT(*) AS aandeel
FROM leiden.huishouden AS h
JOIN leiden.woning AS w ON h.woning_id = w.woning_id
GROUP BY w.wijk
ORDER BY w.wijk
