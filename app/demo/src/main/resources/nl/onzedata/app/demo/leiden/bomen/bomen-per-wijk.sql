SELECT b.wijk,
       COUNT(*) AS bomen,
       COUNT(*) FILTER (WHERE b.jaar_aanplant < 1965) AS oud
FROM leiden.bomen AS b
GROUP BY b.wijk
ORDER BY b.wijk
