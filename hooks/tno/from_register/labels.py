"""What fields of the register are called in Finnish, for the report."""

from __future__ import annotations

import re

LABELS = {
    "accessibilityClassification": "Saavutettavuus",
    "addresses": "Osoitteet",
    "areaType": "Aluetyyppi",
    "areas": "Alueet",
    "attachments": "Liitteet",
    "businessCode": "Y-tunnus",
    "businessName": "Toiminimi",
    "channelUrls": "Lomakkeen osoitteet",
    "contactDetails": "Palvelun omat yhteystiedot kanavassa",
    "deliveryAddresses": "Lomakkeen palautusosoitteet",
    "description": "Palvelun oma kuvaus kanavassa",
    "displayNameType": "Näytettävä nimi",
    "electronicInvoicings": "Verkkolaskutus",
    "emails": "Sähköpostit",
    "formIdentifier": "Lomakkeen tunnus",
    "generalDescriptionId": "Pohjakuvaus",
    "industrialClasses": "Toimialaluokat",
    "keywords": "Avainsanat",
    "languages": "Kielet",
    "legislation": "Lainsäädäntö",
    "lifeEvents": "Elämäntapahtumat",
    "ontologyTerms": "Asiasanat",
    "organizationDescriptions": "Organisaation kuvaukset",
    "organizationNames": "Organisaation nimet",
    "organizationType": "Organisaation tyyppi",
    "organizations": "Organisaatiot",
    "parentOrganizationId": "Yläorganisaatio",
    "phoneNumbers": "Puhelinnumerot",
    "publishingStatus": "Tila",
    "requirements": "Edellytykset",
    "requiresSignature": "Allekirjoitus",
    "serviceChannelDescriptions": "Kanavan kuvaukset",
    "serviceChannelNames": "Kanavan nimet",
    "serviceChannels": "Kanavat",
    "serviceChargeType": "Maksullisuus",
    "serviceClasses": "Palveluluokat",
    "serviceCollections": "Palvelukokonaisuudet",
    "serviceDescriptions": "Palvelun kuvaukset",
    "serviceHours": "Aukioloajat",
    "serviceNames": "Palvelun nimet",
    "serviceVouchers": "Palvelusetelit",
    "signatureQuantity": "Allekirjoitusten määrä",
    "supportEmails": "Tuen sähköpostit",
    "supportPhones": "Tuen puhelinnumerot",
    "targetGroups": "Kohderyhmät",
    "type": "Tyyppi",
    "webPages": "Verkkosivut",
}


def labelled(field: str) -> str:
    """A field with its Finnish name before it; other words as they are."""
    found = re.match(r"[A-Za-z]+(?=$|[\[. ](?!json))", field)
    label = LABELS.get(found[0]) if found else None
    return f"{label} ({field})" if label else field
